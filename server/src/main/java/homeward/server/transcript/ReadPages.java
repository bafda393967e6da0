package homeward.server.transcript;

import de.siegmar.fastcsv.writer.CsvWriter;
import homeward.server.delegations.Needs;
import homeward.server.delegations.ReadsSeen;
import homeward.server.delegations.ReadsSeen.Seen;
import homeward.server.delegations.Right;
import homeward.server.delegations.Viewer;
import homeward.server.wording.Moment;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who read whose file, for the auditor. */
@Controller
@Needs(Right.AUDIT_SEE)
class ReadPages {
  private final ReadsSeen reads;

  ReadPages(ReadsSeen reads) {
    this.reads = reads;
  }

  /** A read as the page shows it. */
  record Line(long place, String at, String who, String face, String subject, String fields) {
    static Line of(Seen seen) {
      return new Line(seen.place(), Moment.utc(seen.at()), Objects.requireNonNullElse(seen.login(), seen.account()), seen.face(), seen.subject(), seen.fields());
    }
  }

  @GetMapping("/reads")
  String reads(
      Viewer viewer, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
    List<Line> lines = reads.latest(viewer, text.strip(), before).stream().map(Line::of).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("text", text.strip());
    model.addAttribute("older", lines.size() < 200 ? 0 : lines.getLast().place());
    return "transcript/reads";
  }

  /** Everything that is found, the newest first, page after page. */
  @GetMapping("/reads.csv")
  void table(Viewer viewer, @RequestParam(defaultValue = "") String text, HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"reads.csv\"");
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord("place", "at", "account", "login", "face", "subject", "fields");
    List<Seen> page = reads.latest(viewer, text.strip(), Long.MAX_VALUE);
    while (!page.isEmpty()) {
      page.forEach(seen -> csv.writeRecord(
          Long.toString(seen.place()), Moment.utc(seen.at()), seen.account(), harmless(Objects.requireNonNullElse(seen.login(), "")), seen.face(), seen.subject(), seen.fields()));
      page = reads.latest(viewer, text.strip(), page.getLast().place());
    }
    csv.flush();
  }

  /** A login that a spreadsheet would take for a formula is told apart by an apostrophe. */
  static String harmless(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
