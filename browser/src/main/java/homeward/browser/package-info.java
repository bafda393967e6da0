/**
 * The pages in a real browser, on real nodes. In: nothing but what a person types and presses. Out: what a person sees.
 */
@org.jspecify.annotations.NullMarked
package homeward.browser;
