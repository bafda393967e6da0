package homeward.server.publication;

import homeward.node.Clock;
import homeward.server.delegations.ForEverybody;
import homeward.server.proceedings.Placed;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.talks.Talks;
import homeward.server.wording.Moment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** For anybody, logged in or not. */
@Controller
@ForEverybody
class PublicPages {
  private final Proceedings proceedings;
  private final Talks talks;
  private final Clock clock;

  PublicPages(Proceedings proceedings, Talks talks, Clock clock) {
    this.proceedings = proceedings;
    this.talks = talks;
    this.clock = clock;
  }

  @GetMapping("/public")
  String course(Model model) {
    Standing standing = proceedings.standing();
    Figures figures = figures(standing);
    model.addAttribute("figures", figures);
    model.addAttribute("plot", Plot.of(figures));
    model.addAttribute("phase", standing.state().course().phase());
    model.addAttribute("halted", standing.state().course().halted().isPresent());
    model.addAttribute("now", Moment.utc(clock.now()));
    return "publication/course";
  }

  private Figures figures(Standing standing) {
    return Figures.of(standing.state(), talks.names(), clock.now());
  }

  /** An entry behind a number: its place, its time and its hash tell nobody who it was about. */
  record Behind(long index, String at, String hash) {
    static Behind of(Placed placed) {
      return new Behind(placed.leaf().index(), Moment.utc(placed.leaf().stamp()), placed.leaf().entry().hash().value());
    }
  }

  @GetMapping("/public/figure/{id}")
  String behind(@PathVariable String id, Model model) {
    Standing standing = proceedings.standing();
    Figures.Told number = figures(standing).find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("number", number);
    model.addAttribute("entries", entries(standing, number.figure().entries()));
    return "publication/figure";
  }

  static List<Behind> entries(Standing standing, SortedSet<Long> indices) {
    return indices.stream().map(index -> Behind.of(standing.log().get(Math.toIntExact(index)))).toList();
  }

  @GetMapping("/public/figures.json")
  ResponseEntity<byte[]> json() {
    Standing standing = proceedings.standing();
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Tables.json(figures(standing), standing.state().course().exchange()));
  }

  @GetMapping("/public/figures.csv")
  ResponseEntity<byte[]> csv() {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment().filename("figures.csv").build()))
        .body(Tables.csv(figures(proceedings.standing())).getBytes(StandardCharsets.UTF_8));
  }
}
