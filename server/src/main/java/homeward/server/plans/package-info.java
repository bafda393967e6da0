/**
 * Plans of who goes when, for this side alone. In: whoever of this side's list the other side has agreed to, with what the register knows
 * of them; a problem and a policy that people brought. Out: plans with their reasons, and the order in which the desk fills seats by the
 * plan that stands. Of a plan only references and counts leave.
 */
@org.jspecify.annotations.NullMarked
package homeward.server.plans;
