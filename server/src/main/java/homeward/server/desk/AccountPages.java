package homeward.server.desk;

import homeward.exchange.Move;
import homeward.server.delegations.Accounts;
import homeward.server.delegations.Needs;
import homeward.server.delegations.Right;
import homeward.server.delegations.Role;
import homeward.server.delegations.Viewer;
import homeward.server.proceedings.Proceedings;
import homeward.server.talks.Circle;
import homeward.transcript.SigningKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts of this node, and naming those who sign in the log. */
@Controller
@Needs(Right.ACCOUNTS_CHANGE)
class AccountPages {
  private static final int SEED = 32;

  private final Accounts accounts;
  private final Desks desks;
  private final Proceedings proceedings;
  private final Circle circle;

  AccountPages(Accounts accounts, Desks desks, Proceedings proceedings, Circle circle) {
    this.accounts = accounts;
    this.desks = desks;
    this.proceedings = proceedings;
    this.circle = circle;
  }

  @GetMapping("/accounts")
  String accounts(Viewer viewer, Model model) {
    var authors = proceedings.standing().state().parties().authors();
    model.addAttribute("accounts", accounts.all(viewer));
    model.addAttribute("roles", Role.values());
    model.addAttribute("named", authors.values().stream().filter(author -> author.party().equals(circle.me())).map(author -> author.person()).toList());
    return "accounts/accounts";
  }

  @PostMapping("/accounts")
  String make(
      Viewer viewer,
      @RequestParam String login,
      @RequestParam String password,
      @RequestParam(defaultValue = "") List<Role> roles,
      Model model) {
    switch (accounts.make(viewer, login, password, new TreeSet<>(roles))) {
      case Accounts.Making.Made made -> model.addAttribute("made", made);
      case Accounts.Making.Refused refused -> model.addAttribute("problem", "accounts.refused." + refused.why());
    }
    return accounts(viewer, model);
  }

  @PostMapping("/accounts/close")
  String close(Viewer viewer, @RequestParam String code) {
    accounts.close(viewer, code);
    return "redirect:/accounts";
  }

  /** The root key is used for this one entry and kept nowhere. */
  @PostMapping("/accounts/enrol")
  String enrol(Viewer viewer, @RequestParam String root, RedirectAttributes after) {
    Optional<SigningKey> key = root(root.strip());
    if (key.isEmpty()) {
      after.addFlashAttribute("problem", "accounts.root.wrong");
    } else {
      desks.enrol(viewer, key.get());
      after.addFlashAttribute("enrolled", true);
    }
    return "redirect:/accounts";
  }

  private Optional<SigningKey> root(String typed) {
    byte[] seed;
    try {
      seed = Base64.getUrlDecoder().decode(typed);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    Optional<String> known = circle.mine().keys().map(Move.Keys::root);
    return Optional.of(seed).filter(bytes -> bytes.length == SEED).map(SigningKey::new).filter(key -> known.equals(Optional.of(key.publicKey().value())));
  }
}
