package homeward.node;

/** How far an exchange is played; each stage takes everything before it for granted. */
public enum ExchangeStage {
  /** Side A opened, two of its people signed. */
  OPENED,
  /** The other parties' root keys named their people. */
  ENROLLED,
  AGREED,
  LODGED,
  ANSWERED,
  FROZEN,
  CONVENED,
  MANIFESTED,
  CLEARED,
  SEALED,
  READY,
  AUTHORISED,
  HANDED_OVER,
  COUNTED,
  HOME,
  CLOSED
}
