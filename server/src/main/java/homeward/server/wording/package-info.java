/**
 * What is said in the log, in words for people: moves as what would be done and as what was done, refusals with what would mend them,
 * times. In: values of the language {@code homeward.exchange}. Out: keys of messages and what stands in their gaps, for pages to put
 * into the reader's language. It decides nothing, and no person's name can stand in what it makes.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.wording;
