package homeward.stage;

import homeward.exchange.PartyId;
import homeward.server.delegations.Principal;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The page of the demonstration. What happened is told in English, whatever language the page speaks. */
record StagePage(
    Words words, Tempo tempo, Course course, SequencedMap<PartyId, Stage.Desks> desks, Set<PartyId> taken, Function<PartyId, String> address) {
  private static final Pattern TOLD = Pattern.compile("^  (\\d\\d:\\d\\d|night) ([ !✓✗·]) (\\S.*)$");

  private static final String LOOK = """
      :root{color-scheme:light dark;--ink:#1f4e5f;--tint:#eaf1f3;--line:#d5dde0;--paper:#fbfcfc;--text:#1d2528;--soft:#4d585c}
      @media(prefers-color-scheme:dark){:root{--ink:#9cc9d8;--tint:#1c282d;--line:#37454b;--paper:#12181b;--text:#dfe6e8;--soft:#a8b4b8}}
      body{margin:0;font:16px/1.55 system-ui,sans-serif;background:var(--paper);color:var(--text)}
      header{background:var(--tint);border-bottom:1px solid var(--line);padding:.8rem 1.2rem;display:flex;gap:1rem;flex-wrap:wrap;align-items:center}
      h1{font-size:1.2rem;margin:0;color:var(--ink)}h2{font-size:1.05rem;margin:0 0 .3rem}
      main{max-width:78rem;margin:auto;padding:1rem 1.2rem;display:grid;gap:1.5rem;grid-template-columns:minmax(0,2fr) minmax(0,1fr)}
      @media(max-width:50rem){main{grid-template-columns:minmax(0,1fr)}}
      form{display:inline}button{font:inherit;padding:.35rem .9rem;border:1px solid var(--ink);border-radius:.3rem;background:none;color:var(--ink);cursor:pointer}
      button:hover{background:var(--tint)}:focus-visible{outline:3px solid #d08a00;outline-offset:2px}
      ol{list-style:none;margin:0;padding:0}li{padding:.12rem 0;display:grid;grid-template-columns:3.4rem 1.4rem 1fr}
      li.h{display:block;font-weight:600;margin-top:.8rem;border-bottom:1px solid var(--line)}.t{white-space:pre-wrap}.t.w{font:13px/1.5 ui-monospace,monospace}time,.m{color:var(--soft);font-variant-numeric:tabular-nums}
      section{border-left:4px solid var(--ink);background:var(--tint);padding:.7rem 1rem;margin-bottom:.8rem;border-radius:.25rem}
      section a{color:var(--ink);margin-right:.7rem;display:inline-block}p{margin:.2rem 0;color:var(--soft)}
      """;

  String html() {
    StringBuilder html = new StringBuilder(16_000);
    html.append("<!DOCTYPE html><html lang=\"" + words.language() + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    if (tempo.isPlaying()) {
      html.append("<meta http-equiv=\"refresh\" content=\"2\">");
    }
    html.append("<title>Homeward: " + words.exchange() + "</title><style>").append(LOOK).append("</style></head><body><header><h1>Homeward</h1>");
    buttons(html);
    html.append("</header><main><div><h2>" + words.soFar() + "</h2><ol lang=\"en\" aria-live=\"polite\">");
    course.latest().forEach(line -> line(html, line));
    html.append("</ol></div><div><h2>" + words.desks() + "</h2>");
    desks.forEach((party, each) -> desks(html, party, each));
    return html.append("</div></main></body></html>").toString();
  }

  private void buttons(StringBuilder html) {
    if (tempo.isOver()) {
      html.append("<span>" + words.over() + "</span>");
      return;
    }
    html.append(tempo.isPlaying() ? button("/pause", words.pause()) : button("/play", words.play())).append(button("/step", words.step()));
    html.append("<span>").append(tempo.isPlaying() ? words.playing() : words.paused()).append("</span>");
  }

  private static String button(String to, String word) {
    return "<form method=\"post\" action=\"" + to + "\"><button>" + word + "</button></form>";
  }

  private static void line(StringBuilder html, String line) {
    Matcher told = TOLD.matcher(line);
    if (told.matches()) {
      html.append("<li><time>").append(told.group(1)).append("</time><span class=\"m\">").append(told.group(2)).append("</span><span>")
          .append(escaped(told.group(3))).append("</span></li>");
    } else if (!line.isBlank()) {
      boolean headline = line.charAt(0) != ' ';
      html.append(headline ? "<li class=\"h\">" : "<li><span></span><span></span><span class=\"t" + (line.strip().contains("   ") ? " w" : "") + "\">").append(escaped(line.strip()))
          .append(headline ? "</li>" : "</span></li>");
    }
  }

  private void desks(StringBuilder html, PartyId party, Stage.Desks each) {
    String id = escaped(each.dossier().party().id());
    html.append("<section><h2><bdi>").append(escaped(each.dossier().party().name())).append("</bdi></h2><p>");
    for (Principal person : each.people()) {
      html.append("<a target=\"_blank\" rel=\"noopener\" href=\"/desk/").append(person.login()).append('/').append(id).append("\">").append(person.login()).append("</a>");
    }
    html.append("</p><p><a target=\"_blank\" rel=\"noopener\" href=\"").append(escaped(address.apply(party))).append("/public\">" + words.publicPage() + "</a></p>");
    boolean mine = taken.contains(party);
    html.append("<p>").append(mine
        ? words.taken() + " " + button("/back/" + id, words.back())
        : button("/take/" + id, words.take())).append("</p></section>");
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
