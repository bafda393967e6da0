/**
 * The JSON of the protocol, so that one value has exactly one signed form and a file by hand still reads well.
 *
 * <p>In: UTF-8 bytes from strangers, or records of ours. Out: {@link homeward.json.Json} values, their canonical bytes,
 * records bound by {@link homeward.json.Shape}. Whatever does not fit is {@link homeward.json.Malformed}, which says
 * where and what to do. Left out on purpose: null, fractions, comments, duplicate names.
 */
@org.jspecify.annotations.NullMarked
package homeward.json;
