package homeward.server.web;

import homeward.server.delegations.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door of a node: what is open to everybody, how one comes in, what a browser is told not to do. */
@Configuration(proxyBeanMethods = false)
class Doors {
  /** Nothing from elsewhere, nothing in a frame, no script that stands in a page. */
  private static final String ALLOWED =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain whoMayComeIn(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/", "/login", "/language", "/enter/*", "/public/**", "/parts", "/error", "/webjars/**", "/homeward.css", "/favicon.svg")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/desk").failureHandler(new Turned()).authenticationDetailsSource(Typed::of))
        .logout(logout -> logout.logoutSuccessUrl("/login?left"))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(ALLOWED))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  @Bean
  AuthenticationProvider accountsAtTheDoor(Accounts accounts) {
    return new AtTheDoor(accounts);
  }
}
