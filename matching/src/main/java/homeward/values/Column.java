package homeward.values;

/**
 * A column of a register.
 *
 * @param name as the header has it
 * @param kind what it holds
 */
public record Column(String name, Kind kind) {}
