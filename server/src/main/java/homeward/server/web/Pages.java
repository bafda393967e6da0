package homeward.server.web;

import homeward.server.delegations.Accounts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests become pages: who may open what, and in which language. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
  private final ObjectProvider<Accounts> accounts;

  Pages(ObjectProvider<Accounts> accounts) {
    this.accounts = accounts;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Opening(account -> accounts.getObject().works(account)));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Arguments());
  }

  /** What was chosen once, else what the browser asks for, else English. */
  @Bean
  LocaleResolver localeResolver() {
    return new Languages();
  }

  /** Every room brings its own words: {@code messages/ROOM.properties}, and one file more a language. */
  @Bean
  MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
      String name = Objects.requireNonNull(file.getFilename());
      if (!name.contains("_")) {
        words.addBasenames("messages/" + name.replace(".properties", ""));
      }
    }
    return words;
  }

  /** The languages that every page is written in. */
  static List<Locale> languages() {
    return List.of(Locale.ENGLISH, Locale.of("uk"));
  }
}
