package homeward.server.register;

import homeward.register.PeopleFile.Kind;
import homeward.server.register.Found.Place;
import homeward.server.register.Found.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people. Every order ends with the code, so that a page begins exactly behind the last person of the one before. */
@Component
class Search {
  private static final int PAGE = 50;
  private static final int FETCHED = 500;
  /** As an array, so that whom the words find is looked up first, however many the planner thinks they are. */
  private static final String BY_WORD = "code = any(array(select person from register_word where word >= ? and word < ?))";
  private static final int COUNTS_KEPT = 200;
  private static final String BEHIND_EVERY_LETTER = Character.toString(Character.MAX_CODE_POINT);

  private final JdbcClient sql;
  private final JdbcTemplate plain;
  private final Files files;
  private final Map<Filter, Counted> counts = new ConcurrentHashMap<>();

  Search(JdbcClient sql, JdbcTemplate plain, Files files) {
    this.sql = sql;
    this.plain = plain;
    this.files = files;
  }

  /** A count, and how often the registers had changed before it was made. */
  private record Counted(long count, long changes) {}

  /** A condition in SQL with what it asks. */
  private record Where(String text, List<Object> asked) {
    Where and(String more, Object... values) {
      List<Object> all = new ArrayList<>(asked);
      Collections.addAll(all, values);
      return new Where(text + " and " + more, all);
    }
  }

  private static Where where(Filter filter) {
    Where where = new Where("register = ?", List.of(filter.register().name()));
    for (String word : Texts.words(filter.name())) {
      where = where.and(BY_WORD, word, word + BEHIND_EVERY_LETTER);
    }
    if (filter.bornFrom() > 0 || filter.bornTo() > 0) {
      int last = filter.bornTo() > 0 ? filter.bornTo() : 9998;
      where = where.and("birth_date >= ? and birth_date < ?", "%04d".formatted(filter.bornFrom()), "%04d".formatted(last + 1));
    }
    where = filter.status().isEmpty() ? where : where.and("status = ?", filter.status());
    return filter.category().isEmpty() ? where : where.and("category = ?", filter.category());
  }

  /** Counting takes longer than a page, and nobody but this node writes here: a count is kept until something changes. */
  long count(Filter filter) {
    long changes = files.changes();
    Counted known = counts.get(filter);
    if (known != null && known.changes() == changes) {
      return known.count();
    }
    long count = counted(filter);
    if (counts.size() >= COUNTS_KEPT) {
      counts.clear();
    }
    counts.put(filter, new Counted(count, changes));
    return count;
  }

  private long counted(Filter filter) {
    Where where = where(filter);
    return sql.sql("select count(*) from register_person where " + where.text()).params(where.asked()).query(Long.class).single();
  }

  long said(Kind register) {
    return sql.sql("select coalesce(sum(version), 0) from register_person where register = ?").param(register.name()).query(Long.class).single();
  }

  /** Hands on everybody found, by code, without keeping them. Needs a transaction, or all are fetched at once. */
  void each(Filter filter, Consumer<PersonFile> to) {
    Where where = where(filter);
    JdbcTemplate fetching = new JdbcTemplate(Objects.requireNonNull(plain.getDataSource()));
    fetching.setFetchSize(FETCHED);
    fetching.query("select code, register, version, shown, changed from register_person where " + where.text() + " order by code",
        row -> {
          to.accept(Files.bare(row));
        },
        where.asked().toArray());
  }

  /** The columns of an order; names are sorted as the language sorts them. */
  private static List<String> columns(Sort sort, Locale locale) {
    String language = locale.getLanguage().equals("uk") ? "uk-x-icu" : "und-x-icu";
    return switch (sort) {
      case NAME -> List.of("surname collate \"" + language + '"', "given_name collate \"" + language + '"', "code");
      case BIRTH -> List.of("birth_date", "code");
      case STATUS -> List.of("status", "code");
      case CATEGORY -> List.of("category", "code");
    };
  }

  Found page(Filter filter, Place place, Locale locale) {
    List<String> columns = columns(place.sort(), locale);
    boolean downwards = place.descending() != place.backwards();
    Where where = behind(where(filter), columns, place, downwards);
    String order = String.join(", ", columns.stream().map(column -> column + (downwards ? " desc" : "")).toList());
    List<PersonFile> files = new ArrayList<>(
        sql.sql("select code, register, version, shown, changed from register_person where " + where.text()
                + " order by " + order + " limit " + (PAGE + 1))
            .params(where.asked())
            .query((row, number) -> Files.bare(row))
            .list());
    boolean more = files.size() > PAGE;
    if (more) {
      files.removeLast();
    }
    List<PersonFile> shown = place.backwards() ? files.reversed() : files;
    boolean came = !place.from().isEmpty();
    return new Found(shown.stream().map(file -> new Found.Row(file.code(), file.version(), file.shown())).toList(),
        count(filter), place.backwards() ? more : came, place.backwards() || more);
  }

  /** The page begins behind a person, of whom the address has the code and the database the rest. */
  private Where behind(Where where, List<String> columns, Place place, boolean downwards) {
    if (place.from().isEmpty()) {
      return where;
    }
    List<String> bare = columns.stream().map(column -> column.split(" ", 2)[0]).toList();
    Optional<List<Object>> values = sql.sql("select " + String.join(", ", bare) + " from register_person where code = ?")
        .param(place.from())
        .query((row, number) -> {
          List<Object> found = new ArrayList<>();
          for (String column : bare) {
            found.add(row.getString(column));
          }
          return found;
        })
        .optional();
    if (values.isEmpty()) {
      return where;
    }
    String asked = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return where.and("(" + String.join(", ", columns) + ") " + (downwards ? "<" : ">") + " (" + asked + ")", values.get().toArray());
  }
}
