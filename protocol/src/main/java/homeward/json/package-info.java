/** The JSON of the protocol: one strict reader, one canonical writer, records as the schema. */
@org.jspecify.annotations.NullMarked
package homeward.json;
