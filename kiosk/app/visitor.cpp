#include "app/visitor.h"

#include <sys/random.h>

#include <array>

#include "base/format.h"
#include "exporters/qr_code.h"
#include "locale/dates.h"

namespace kiosk::app {
namespace {

store::VisitEnd end_of(session::EndReason reason) {
  switch (reason) {
    case session::EndReason::done: return store::VisitEnd::done;
    case session::EndReason::idle: return store::VisitEnd::idle;
    case session::EndReason::closed: break;
  }
  return store::VisitEnd::closed;
}

store::SubjectKind subject_of(session::HeartKind kind) {
  return kind == session::HeartKind::program ? store::SubjectKind::program : store::SubjectKind::workshop;
}

// Writes one effect to the store; the drawing thread only queues it.
struct Recorder {
  store::Store& store;
  base::WallTime at;

  void operator()(const session::effect::VisitBegan& began) const { store.begin_visit(began.visit, at, began.language); }
  void operator()(const session::effect::VisitEnded& ended) const {
    store.end_visit(ended.visit, at, ended.language, end_of(ended.reason));
  }
  void operator()(const session::effect::Viewed& viewed) const {
    store.record_view(viewed.visit, at, std::string(session::id(viewed.screen)), viewed.subject, viewed.language);
  }
  void operator()(const session::effect::HeartChanged& heart) const {
    store.set_heart(heart.visit, at, subject_of(heart.kind), heart.id, heart.kept);
  }
  // The others are answered or not the store's: Visitor::carry_out.
  template <class Other>
  void operator()(const Other&) const {}
};

session::Intent judged(const base::Result<store::Store::PinTried>& outcome, base::WallTime now) {
  using session::intent::PinJudged;
  using session::intent::PinVerdict;
  if (!outcome) return PinJudged{PinVerdict::unavailable, 0};
  if (outcome->answer == store::PinAnswer::right) return PinJudged{PinVerdict::right, 0};
  // A wrong try may have begun a lock-out: then the waiting is what staff need to know.
  const auto left = std::chrono::ceil<std::chrono::minutes>(outcome->state.locked_until - now);
  if (left.count() > 0) return PinJudged{PinVerdict::locked, static_cast<int>(left.count())};
  return PinJudged{PinVerdict::wrong, 0};
}

}  // namespace

std::string random_key() {
  std::array<unsigned char, 16> bytes{};
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::getrandom(bytes.data() + have, bytes.size() - have, 0);
    if (got > 0) have += static_cast<std::size_t>(got);
  }
  std::string key;
  for (unsigned char byte : bytes) key += fmt::format("{:02x}", byte);
  return key;
}

Visitor::Visitor(std::shared_ptr<const content::Content> content, const base::Clock& clock, store::Store* store, Hooks hooks)
    : content_(std::move(content)), clock_(clock), store_(store), hooks_(std::move(hooks)) {
  session_.language = content_->catalogue.event.first_language;
  session_.last_touch = clock.steady();
}

locale::LocalTime Visitor::local_now() const {
  locale::LocalTime now = locale::local_time(clock_.wall(), content_->catalogue.event.time_zone);
  if (content_->catalogue.event.date) now.date = *content_->catalogue.event.date;
  return now;
}

void Visitor::apply(const session::Intent& intent) {
  session::Intent complete = intent;
  if (auto* begin = std::get_if<session::intent::Begin>(&complete); begin != nullptr && begin->visit.empty()) begin->visit = random_key();
  if (auto* choose = std::get_if<session::intent::ChooseGuestKind>(&complete); choose != nullptr && choose->key.empty()) choose->key = random_key();
  if (auto* choose = std::get_if<session::intent::ChooseRole>(&complete); choose != nullptr && choose->key.empty()) choose->key = random_key();
  session::Stepped stepped = session::step(session_, complete, content_->catalogue, clock_.steady());
  if (stepped.session != session_) stale_ = true;
  session_ = std::move(stepped.session);
  for (const session::Effect& effect : stepped.effects) carry_out(effect);
}

void Visitor::use_content(std::shared_ptr<const content::Content> content) {
  const bool notice_changed = content->catalogue.notice.version() != content_->catalogue.notice.version();
  content_ = std::move(content);
  apply(session::intent::ContentChanged{content_->catalogue.event.first_language, notice_changed});
  stale_ = true;
}

void Visitor::carry_out(const session::Effect& effect) {
  if (store_ != nullptr) std::visit(Recorder{*store_, clock_.wall()}, effect);
  if (std::holds_alternative<session::effect::VisitEnded>(effect) && hooks_.wipe) hooks_.wipe();
  if (const auto* guest = std::get_if<session::effect::SaveGuest>(&effect)) save(guest->guest);
  if (const auto* lead = std::get_if<session::effect::SaveLead>(&effect)) save(lead->lead);
  carry_out_for_staff(effect);
}

void Visitor::carry_out_for_staff(const session::Effect& effect) {
  using session::intent::PinJudged;
  using session::intent::PinVerdict;
  const auto unavailable = PinJudged{PinVerdict::unavailable, 0};
  const bool about_pin = std::holds_alternative<session::effect::AskPin>(effect) || std::holds_alternative<session::effect::TryPin>(effect) ||
                         std::holds_alternative<session::effect::SetFirstPin>(effect);
  if (about_pin && store_ == nullptr) return apply(unavailable);
  if (std::holds_alternative<session::effect::AskPin>(effect)) {
    store_->ask_pin([answer = answerer(), unavailable](const base::Result<store::PinState>& state) {
      answer(state ? session::Intent(session::intent::PinKnown{state->set}) : session::Intent(unavailable));
    });
  } else if (const auto* tried = std::get_if<session::effect::TryPin>(&effect)) {
    const base::WallTime now = clock_.wall();
    store_->try_pin(tried->pin, now, [answer = answerer(), now](const base::Result<store::Store::PinTried>& outcome) { answer(judged(outcome, now)); });
  } else if (const auto* first = std::get_if<session::effect::SetFirstPin>(&effect)) {
    store_->set_first_pin(first->pin, [answer = answerer()](const base::Result<void>& set) {
      answer(PinJudged{set ? PinVerdict::right : PinVerdict::weak, 0});
    });
  } else if (std::holds_alternative<session::effect::ReadStatistics>(effect)) {
    read_statistics();
  } else if (std::holds_alternative<session::effect::StaffLeft>(effect)) {
    statistics_.reset();
    if (hooks_.wipe) hooks_.wipe();
  } else if (std::holds_alternative<session::effect::QuitKiosk>(effect) && hooks_.quit) {
    hooks_.quit();
  }
}

void Visitor::read_statistics() {
  if (!hooks_.read_statistics) return;
  reading_ = std::async(std::launch::async, [inbox = inbox_, read = hooks_.read_statistics, wake = hooks_.wake] {
    base::Result<model::Statistics> statistics = read();
    {
      const std::lock_guard guard(inbox->mutex);
      inbox->statistics = std::move(statistics);
    }
    if (wake) wake();
  });
}

void Visitor::save(model::Guest guest) {
  guest.at = clock_.wall();
  const std::string key = guest.key;
  if (store_ == nullptr) return apply(session::intent::GuestNotSaved{key});
  store_->save_guest(std::move(guest), [answer = answerer(), key](const base::Result<int>& badge) {
    answer(badge ? session::Intent(session::intent::GuestSaved{key, *badge}) : session::Intent(session::intent::GuestNotSaved{key}));
  });
}

void Visitor::save(model::Lead lead) {
  lead.at = clock_.wall();
  const std::string key = lead.key;
  if (store_ == nullptr) return apply(session::intent::LeadNotSaved{key});
  store_->save_lead(std::move(lead), [answer = answerer(), key](const base::Result<std::string>& receipt) {
    answer(receipt ? session::Intent(session::intent::LeadSaved{key, *receipt}) : session::Intent(session::intent::LeadNotSaved{key}));
  });
}

std::function<void(session::Intent)> Visitor::answerer() const {
  return [inbox = inbox_, wake = hooks_.wake](session::Intent answer) {
    {
      const std::lock_guard guard(inbox->mutex);
      inbox->answers.push_back(std::move(answer));
    }
    if (wake) wake();
  };
}

void Visitor::take_answers() {
  std::vector<session::Intent> answers;
  {
    const std::lock_guard guard(inbox_->mutex);
    answers.swap(inbox_->answers);
    if (inbox_->statistics && *inbox_->statistics && session_.staff.step == session::StaffStep::open) {
      statistics_ = std::move(**inbox_->statistics);
      stale_ = true;
    }
    inbox_->statistics.reset();
  }
  for (const session::Intent& answer : answers) apply(answer);
}

void Visitor::tick() {
  take_answers();
  apply(session::intent::Tick{});
  if (local_now().time != shown_minute_) stale_ = true;
  if (session::countdown_seconds(session_, clock_.steady()) != shown_countdown_) stale_ = true;
}

std::optional<base::SteadyTime> Visitor::next_deadline() const {
  const base::SteadyTime now = clock_.steady();
  const base::SteadyTime next_minute = now + std::chrono::seconds(60) - local_now().second;
  const auto session = session::next_deadline(session_, now);
  return session ? std::min(*session, next_minute) : next_minute;
}

const std::shared_ptr<const screens::ScreenView>& Visitor::view() {
  if (!stale_) return view_;
  stale_ = false;
  ++version_;
  const locale::LocalTime now = local_now();
  shown_minute_ = now.time;
  shown_countdown_ = session::countdown_seconds(session_, clock_.steady());
  const screens::ViewContext context{content_->catalogue, content_->messages, session_, now, exporters::make_qr_code, statistics_ ? &*statistics_ : nullptr};
  view_ = std::make_shared<const screens::ScreenView>(screens::make_screen_view(context, shown_countdown_));
  return view_;
}

void Visitor::place(session::Session session) {
  session_ = std::move(session);
  session_.last_touch = clock_.steady();
  stale_ = true;
}

}  // namespace kiosk::app
