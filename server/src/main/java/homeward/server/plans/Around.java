package homeward.server.plans;

import homeward.node.Clock;
import homeward.node.Random;
import homeward.server.delegations.Reads;
import homeward.server.proceedings.Proceedings;
import homeward.server.lists.Awaited;
import homeward.server.talks.Circle;
import homeward.server.talks.Talks;
import org.springframework.stereotype.Component;

/** What a plan needs of the node around it. */
@Component
record Around(Proceedings proceedings, Talks talks, Awaited awaited, Circle circle, Reads reads, Clock clock, Random random) {}
