package homeward.problem;

/**
 * A road from some sites to the handover point.
 *
 * @param route a code for it
 * @param vehicles how many vehicles can go on it on one day; each serves one site
 * @param seats how many people ride in one
 */
public record Route(String route, int vehicles, int seats) {
  /** The same with one more vehicle. */
  public Route withOneMoreVehicle() {
    return new Route(route, vehicles + 1, seats);
  }
}
