package homeward.register;

import homeward.register.Reading.Kind;

/**
 * Finds out why a text could not be parted into cells. The CSV reader says that it gave up; a person who has to mend the
 * file needs the row and column, so the text is walked once more by the rules of RFC 4180.
 */
final class Quotes {
  private final CharSequence text;
  private int row = 1;
  private int column = 1;
  private int length;
  private State state = State.START;

  private enum State { START, PLAIN, QUOTED, CLOSED }

  /** Where the cell begins that cannot be read, and why. */
  record Fault(Kind kind, int row, int column) {}

  private Quotes(CharSequence text) {
    this.text = text;
  }

  /**
   * The first cell that keeps the text from being parted.
   *
   * @param rowsRead how many rows the reader could part; cells too long in these were already named
   */
  static Fault find(CharSequence text, int longestField, int rowsRead) {
    return new Quotes(text).find(longestField, rowsRead);
  }

  private Fault find(int longestField, int rowsRead) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean endsCell = state != State.QUOTED && (letter == ',' || letter == '\n' || letter == '\r');
      if (endsCell) {
        if (length > longestField && row > rowsRead) {
          return new Fault(Kind.FIELD_TOO_LONG, row, column);
        }
        endCell(i);
      } else if (state == State.CLOSED && letter != '"') {
        return new Fault(Kind.TEXT_AFTER_QUOTE, row, column);
      } else {
        boolean opensOrCloses = letter == '"' && (state == State.START || state == State.QUOTED);
        length += opensOrCloses ? 0 : 1;
        state = inside(letter);
      }
    }
    return new Fault(state == State.QUOTED ? Kind.QUOTE_NOT_CLOSED : Kind.FIELD_TOO_LONG, row, column);
  }

  private State inside(char letter) {
    boolean quote = letter == '"';
    return switch (state) {
      case START -> quote ? State.QUOTED : State.PLAIN;
      case PLAIN -> State.PLAIN;
      case QUOTED -> quote ? State.CLOSED : State.QUOTED;
      // A second quotation mark right after the closing one stands for the mark itself, the cell goes on.
      case CLOSED -> State.QUOTED;
    };
  }

  private void endCell(int at) {
    boolean endsRow = text.charAt(at) == '\n'
        || (text.charAt(at) == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
    if (endsRow) {
      row++;
      column = 1;
    } else if (text.charAt(at) == ',') {
      column++;
    }
    length = 0;
    state = State.START;
  }
}
