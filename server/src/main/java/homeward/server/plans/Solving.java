package homeward.server.plans;

import homeward.node.Clock;
import homeward.problem.Sentence.Form;
import homeward.problem.Sentence;
import homeward.server.plans.Job.State;
import homeward.solver.Engines;
import homeward.solver.Patience;
import homeward.tranches.Clash;
import homeward.tranches.Planned;
import homeward.tranches.Tranches;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes plans, one at a time, beside whoever asks; what a stop of the node interrupts is begun again. */
@Component
class Solving {
  private static final Logger LOG = LoggerFactory.getLogger(Solving.class);
  private static final long NOTED_EVERY = 300;

  private final Jobs jobs;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  Solving(Jobs jobs, Clock clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  void start(String code) {
    Thread.ofPlatform().daemon().name("plan").start(() -> {
      try {
        run(code);
      } catch (RuntimeException e) {
        LOG.error("a plan stopped ({}): it is begun again when the node starts again", e.getClass().getName());
      }
    });
  }

  @EventListener(ApplicationReadyEvent.class)
  void startAgain() {
    jobs.unfinished().forEach(this::start);
  }

  /** Makes it, and comes back when it is over. */
  void run(String code) {
    oneAtATime.lock();
    try {
      jobs.find(code).filter(job -> !job.state().isOver()).ifPresent(this::solve);
    } finally {
      oneAtATime.unlock();
    }
  }

  private void solve(Job job) {
    AtomicBoolean cancelled = new AtomicBoolean(jobs.progress(job.code(), 0, 0));
    switch (Engines.find(Engines.Name.HIGHS)) {
      case Engines.Choice.Absent(String why) -> jobs.over(job.code(), State.IMPOSSIBLE, Optional.empty(), List.of(said(why)));
      case Engines.Choice.Ready ready -> keep(job, asked(job, new Tranches(
          job.problem(), job.policy(), ready.engine(), new Patience(Integer.MAX_VALUE, cancelled::get), noting(job.code(), cancelled))));
    }
  }

  private Planned asked(Job job, Tranches tranches) {
    return job.basis().filter(any -> job.oneMore().isEmpty()).flatMap(jobs::find).flatMap(Job::plan)
        .map(standing -> tranches.adjust(standing, job.putIn(), job.takenOut()))
        .orElseGet(tranches::plan);
  }

  private Tranches.Progress noting(String code, AtomicBoolean cancelled) {
    AtomicLong last = new AtomicLong(clock.now());
    return (what, done, total) -> {
      if (clock.now() >= last.get() + NOTED_EVERY) {
        last.set(clock.now());
        cancelled.set(jobs.progress(code, done, total));
      }
    };
  }

  private void keep(Job job, Planned planned) {
    switch (planned) {
      case Planned.Made made -> jobs.over(job.code(), State.DONE, Optional.of(made.plan()), List.of());
      case Planned.Impossible impossible ->
          jobs.over(job.code(), State.IMPOSSIBLE, Optional.empty(), impossible.rules().stream().map(Clash.Rule::sentence).toList());
      case Planned.Refused refused -> jobs.over(job.code(), State.IMPOSSIBLE, Optional.empty(), refused.mistakes().stream().map(Solving::said).toList());
      case Planned.NotFound none -> jobs.over(job.code(), State.IMPOSSIBLE, Optional.empty(), List.of(Sentence.of(Form.NO_PLAN_FOUND)));
      case Planned.Cancelled cancelled -> jobs.over(job.code(), State.CANCELLED, Optional.empty(), List.of());
    }
  }

  private static Sentence said(Object words) {
    return Sentence.of(Form.SAID, words);
  }
}
