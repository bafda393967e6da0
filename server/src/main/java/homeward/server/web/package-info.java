/**
 * What all pages have in common: the door (login, sessions, who may open what), the frame around every page, its languages, and what
 * is shown when something went wrong. In: requests. Out: a {@link homeward.server.delegations.Viewer} for whoever asks for one. Rooms
 * bring their own pages; nothing leans on this one.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.web;
