package homeward.server.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A page as a browser would get it, without a server: a template, the words of a language, and what the page was given. */
public final class Rendered {
  private Rendered() {}

  /** What the frame of a page needs. */
  public record Framing(Locale locale, String direction, String party, String at, List<String> ways, Optional<String> login, List<Locale> languages, boolean in) {}

  /**
   * The whole page.
   *
   * @throws AssertionError when a word is missing, or a gap holds something that is no word
   */
  public static String page(String template, Locale language, Map<String, ?> model) {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/");
    files.setSuffix(".html");
    files.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setLinkBuilder(new Links());
    engine.setTemplateEngineMessageSource(words());
    Map<String, Object> all = new LinkedHashMap<>(model);
    all.put("frame", new Framing(language, "ltr", "Party A", "/", List.of(), Optional.of("officer"), Spoken.LANGUAGES, true));
    GenericApplicationContext rooms = new GenericApplicationContext();
    rooms.refresh();
    all.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, new ThymeleafEvaluationContext(rooms, new DefaultFormattingConversionService()));
    String page = engine.process(template, new Context(language, all));
    if (page.contains("??") || page.contains("[L") || page.matches("(?s).*>[^<]*\\{[0-9]\\}.*")) {
      throw new AssertionError(template + " in " + language + " is not whole: " + page);
    }
    return page;
  }

  private static ResourceBundleMessageSource words() {
    return Spoken.words("web", "desk", "wording", "signing", "journeys", "handover", "publication", "transcript");
  }

  /** Within this node. */
  private static final class Links extends StandardLinkBuilder {
    @Override
    protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
      return "";
    }
  }
}
