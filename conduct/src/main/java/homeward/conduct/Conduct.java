package homeward.conduct;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A party's behaviour: what it would say now, duty by duty, the most pressing first. A pure function of what it sees and knows. */
public interface Conduct {
  /** The duties; each gives what is to be said for it now, or nothing. */
  Stream<Supplier<List<Intent>>> duties(View view);
}
