/**
 * The days of an exchange as a page shows them: place and window, waves with who sits in them by category and side, how far each is,
 * what does not fit and what would settle it, and what comes next. In: the state. Out: pages, a manifest with names for whoever may
 * see them, and the few acts that no desk prepares because only a person can want them: halt, take back, settle, lift, end.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.journeys;
