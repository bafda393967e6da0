/**
 * Bundles: what a node hands to anybody, and what anybody can make of it alone. In: what a store holds, or the directory that
 * somebody brought. Out: three files, or a verdict that was recomputed from the first entry on: signatures, root, cosignatures,
 * state and figures. It needs nothing of whoever wrote the bundle but paper with the fingerprints of the root keys.
 */
@org.jspecify.annotations.NullMarked
package homeward.verify;
