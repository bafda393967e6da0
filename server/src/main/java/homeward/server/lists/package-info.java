/**
 * The two lists: whom this side offers, and what it answers of the other's. In: people whose names were cleared to leave the bureau, the
 * names that came sealed from the other side, whom this side seeks. Out: references with their categories, a sealed file of names, and
 * answers, as the desk puts them into entries. Which person a reference is stays in here.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.lists;
