/**
 * How the parties of an exchange behave at their desks, for rehearsals and demonstrations. In: what a party sees of the state,
 * what it knows privately, the hour. Out: what it says next. The same behaviour speaks through a node with keys or, for a party
 * on paper, through reports of the party that has a node. It is not part of the product: people do this.
 */
@org.jspecify.annotations.NullMarked
package homeward.conduct;
