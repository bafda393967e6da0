package homeward.server;

import homeward.exchange.Move;
import homeward.exchange.PartyId;
import homeward.node.Clock;
import homeward.node.Message;
import homeward.server.database.Database;
import homeward.server.proceedings.PostgresStore;
import homeward.server.proceedings.Proceedings;
import homeward.server.setup.Card;
import homeward.server.setup.NodeConfig;
import homeward.server.talks.Circle;
import homeward.server.wire.Incoming;
import homeward.server.wire.Outgoing;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the rooms together. They are stopped in the opposite order: first nobody comes in any more, then the node finishes what it
 * has begun, then the database ends.
 */
@Configuration(proxyBeanMethods = false)
class Roof {
  @Bean
  PartyId party(NodeConfig config) {
    return config.me();
  }

  /** Who is who: from the cards. A party that has no name yet shows its code. */
  @Bean
  Circle circle(NodeConfig config) {
    return new Circle(config.exchange(), config.me(), config.cards().stream().map(Roof::known).toList());
  }

  private static Circle.Known known(Card card) {
    return card.named()
        .map(named -> new Circle.Known(named.id(), named.name(), new PartyId(card.party()), Optional.of(new Move.Keys(named.root(), card.nodeKey()))))
        .orElseGet(() -> new Circle.Known(card.party(), card.party(), new PartyId(card.party()), Optional.empty()));
  }

  /** Closed with the context, after everything that uses it. */
  @Bean
  DataSource dataSource(Database database) {
    return database.source();
  }

  /** The node sends by the way out, which tells the node what has arrived: each is there before the other hears of it. */
  @Bean
  AtomicReference<@Nullable Proceedings> door() {
    return new AtomicReference<>();
  }

  @Bean
  Outgoing outgoing(NodeConfig config, AtomicReference<@Nullable Proceedings> door) {
    return new Outgoing(
        config.exchange(), config.me(), config.nodeKey(), config.peers(), (parcel, peer) -> arrived(door.get(), parcel, peer));
  }

  private static void arrived(@Nullable Proceedings proceedings, Message.Parcel parcel, PartyId peer) {
    if (proceedings != null) {
      proceedings.arrived(parcel, peer);
    }
  }

  @Bean
  @DependsOnDatabaseInitialization
  Proceedings proceedings(
      NodeConfig config, DataSource source, Outgoing outgoing, Clock clock, AtomicReference<@Nullable Proceedings> door) {
    Proceedings proceedings = new Proceedings(config.setting(), new PostgresStore(source), outgoing, clock, config.pause());
    door.set(proceedings);
    proceedings.sendParcels();
    return proceedings;
  }

  @Bean
  Incoming incoming(NodeConfig config, Proceedings proceedings, Outgoing outgoing) throws IOException {
    Incoming.Delivery delivery = (from, messages) -> deliver(proceedings, outgoing, from, messages);
    Incoming.Recipient recipient =
        new Incoming.Recipient(config.exchange(), config.me(), config.sealingKey(), config.nodes(), delivery);
    try {
      return Incoming.listen(config.wire().address(), config.wire().certificate(), recipient);
    } catch (IOException taken) {
      throw new WireTaken(config.wire().address(), taken);
    }
  }

  private static boolean deliver(Proceedings proceedings, Outgoing outgoing, PartyId from, List<Message> messages) {
    outgoing.heard(from);
    return proceedings.receive(from, messages);
  }
}
