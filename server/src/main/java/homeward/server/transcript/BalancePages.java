package homeward.server.transcript;

import homeward.exchange.PartyId;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.proceedings.Proceedings;
import homeward.server.proceedings.Standing;
import homeward.server.talks.Talks;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The balance, and the entries behind each of its figures. */
@Controller
@Needs({Right.EXCHANGE_SEE, Right.AUDIT_SEE})
class BalancePages {
  private final Proceedings proceedings;
  private final Talks talks;

  BalancePages(Proceedings proceedings, Talks talks) {
    this.proceedings = proceedings;
    this.talks = talks;
  }

  @GetMapping("/balance")
  String balance(Model model) {
    Standing standing = proceedings.standing();
    model.addAttribute("accounts", Ledger.accounts(standing.state(), talks.names()));
    model.addAttribute("closing", standing.state().closing());
    return "transcript/balance";
  }

  @GetMapping("/balance/{id}")
  String figure(@PathVariable String id, Model model) {
    Standing standing = proceedings.standing();
    Map<PartyId, String> names = talks.names();
    Ledger.Line line = Ledger.find(standing.state(), names, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("line", line);
    model.addAttribute("rows", line.figure().entries().stream().map(index -> Row.of(standing, index, names)).toList());
    return "transcript/figure";
  }
}
