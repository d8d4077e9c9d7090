#include "app/visitor.h"

#include <sys/random.h>

#include <array>
#include <utility>

#include "app/plan_maker.h"
#include "base/forget.h"
#include "base/format.h"
#include "exporters/qr_code.h"
#include "locale/dates.h"
#include "model/day_changes.h"
#include "model/timetable.h"
#include "session/staff.h"

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
  // The others are answered or not the store's: see Visitor::carry_out.
  template <class Other>
  void operator()(const Other&) const {}
};

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
    : content_(std::move(content)),
      clock_(clock),
      store_(store),
      hooks_(std::move(hooks)),
      inbox_(std::make_shared<Inbox>(hooks_.wake)),
      seats_({store, clock, inbox_, [this](const session::Intent& intent) { apply(intent); }, [this] { stale_ = true; }}),
      storage_({store, inbox_, [this] { stale_ = true; }}),
      desk_({store, clock, inbox_, hooks_.data, [this](const session::Intent& intent) { apply(intent); }, [this] { stale_ = true; }, [this] { put_off(); },
             hooks_.wipe, hooks_.reload_content, hooks_.quit, hooks_.confirm_purge}) {
  desk_.keep_day(content_->catalogue.event.time_zone);
  seats_.keep_day(event_day());
  session_.language = content_->catalogue.event.first_language;
  session_.last_touch = clock.steady();
}

locale::LocalTime Visitor::local_now() const {
  return locale::local_time(clock_.wall(), content_->catalogue.event.time_zone);
}

std::chrono::year_month_day Visitor::event_day() const { return model::event_day(content_->catalogue.event, local_now().date); }

void Visitor::apply(const session::Intent& intent) {
  session::Intent complete = intent;
  if (auto* begin = std::get_if<session::intent::Begin>(&complete); begin != nullptr && begin->visit.empty()) begin->visit = random_key();
  if (auto* choose = std::get_if<session::intent::ChooseGuestKind>(&complete); choose != nullptr && choose->key.empty()) choose->key = random_key();
  if (auto* choose = std::get_if<session::intent::ChooseRole>(&complete); choose != nullptr && choose->key.empty()) choose->key = random_key();
  if (auto* tour = std::get_if<session::TourIntent>(&complete)) {
    auto* choose = std::get_if<session::intent::ChooseTourParty>(tour);
    if (choose != nullptr && choose->key.empty()) choose->key = random_key();
  }
  if (auto* staff = std::get_if<session::StaffIntent>(&complete)) {
    auto* desk = std::get_if<session::DeskIntent>(staff);
    if (auto* mark = desk == nullptr ? nullptr : std::get_if<session::intent::MarkAnswered>(desk)) mark->at = clock_.wall();
  }
  session::Stepped stepped = session::step(session_, complete, catalogue(), clock_.steady());
  if (stepped.session != session_) stale_ = true;
  // Before the first question, and before staff see their pages.
  const auto wants_storage = [](session::ScreenId screen) { return session::asks_for_something(screen) || session::is_staff(screen); };
  bool asks_storage = wants_storage(stepped.session.place.screen) && !wants_storage(session_.place.screen);
  if (const auto* staff = std::get_if<session::StaffIntent>(&complete)) asks_storage = asks_storage || std::holds_alternative<session::intent::TakenOver>(*staff);
  base::replace_and_wipe(session_, std::move(stepped.session));
  for (const session::Effect& effect : stepped.effects) carry_out(effect);
  if (asks_storage) storage_.check();
}

void Visitor::use_content(std::shared_ptr<const content::Content> content) {
  const bool notice_changed = content->catalogue.notice.fingerprint() != content_->catalogue.notice.fingerprint();
  // What the session stands on is looked up in the new catalogue; the old one lives until then.
  const auto before = std::exchange(content_, std::move(content));
  put_off();
  apply(session::intent::ContentChanged{content_->catalogue.event.first_language, notice_changed});
}

void Visitor::put_off() {
  shifted_.reset();
  if (const std::vector<model::Shift>& shifts = desk_.day().shifts; !shifts.empty()) {
    auto shifted = std::make_unique<model::Catalogue>(content_->catalogue);
    model::apply(shifts, *shifted);
    shifted_ = std::move(shifted);
  }
  stale_ = true;
}

void Visitor::carry_out(const session::Effect& effect) {
  if (store_ != nullptr) std::visit(Recorder{*store_, clock_.wall()}, effect);
  if (std::holds_alternative<session::effect::VisitEnded>(effect)) {
    if (hooks_.wipe) hooks_.wipe();
    if (store_ != nullptr) store_->forget();
  }
  if (const auto* guest = std::get_if<session::effect::SaveGuest>(&effect)) save(guest->guest);
  if (const auto* lead = std::get_if<session::effect::SaveLead>(&effect)) save(lead->lead);
  if (const auto* details = std::get_if<session::effect::SaveDetails>(&effect)) save(*details);
  if (const auto* request = std::get_if<session::effect::RequestByReceipt>(&effect)) ask(*request);
  if (const auto* take = std::get_if<session::effect::TakeTourSeats>(&effect)) seats_.take(take->ticket, catalogue(), event_day());
  if (const auto* give_back = std::get_if<session::effect::ReturnTourSeats>(&effect)) seats_.give_back(give_back->key);
  if (hooks_.sound != nullptr) {
    if (const auto* voice = std::get_if<session::effect::PlayVoice>(&effect)) hooks_.sound->play(voice->file);
    if (std::holds_alternative<session::effect::StopVoice>(effect)) hooks_.sound->stop();
  }
  if (const auto* staff = std::get_if<session::StaffEffect>(&effect)) desk_.carry_out(*staff, content_);
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

void Visitor::save(const session::effect::SaveDetails& details) {
  namespace intent = session::intent;
  const std::string key = details.key;
  if (store_ == nullptr) return apply(session::DetailsIntent(intent::DetailsNotSaved{key}));
  store_->save_details(key, details.details, [answer = answerer(), key](const base::Result<bool>& saved) {
    answer(saved && *saved ? session::DetailsIntent(intent::DetailsSaved{key}) : session::DetailsIntent(intent::DetailsNotSaved{key}));
  });
}

void Visitor::ask(const session::effect::RequestByReceipt& request) {
  using session::intent::ReceiptJudged;
  using session::intent::ReceiptVerdict;
  if (store_ == nullptr) return apply(session::ReceiptIntent(ReceiptJudged{request.receipt, ReceiptVerdict::failed, 0, 0}));
  const base::WallTime now = clock_.wall();
  store_->request_by_receipt(request.receipt, request.request, now, [answer = answerer(), now, receipt = request.receipt](const base::Result<store::ReceiptTried>& tried) {
    ReceiptJudged judged{receipt, ReceiptVerdict::failed, 0, 0};
    if (tried) {
      judged.verdict = tried->answer == store::ReceiptAnswer::noted ? ReceiptVerdict::noted : tried->answer == store::ReceiptAnswer::wrong ? ReceiptVerdict::wrong : ReceiptVerdict::paused;
      judged.tries_left = tried->tries_left;
      judged.paused_minutes = static_cast<int>(std::chrono::ceil<std::chrono::minutes>(tried->paused_until - now).count());
    }
    answer(session::ReceiptIntent(judged));
  });
}

std::function<void(session::Intent)> Visitor::answerer() {
  return [this, inbox = inbox_](session::Intent answer) { inbox->post([this, answer = std::move(answer)] { apply(answer); }); };
}

void Visitor::tick() {
  inbox_->run_all();
  desk_.keep_day(content_->catalogue.event.time_zone);
  seats_.keep_day(event_day());
  if (!session_.voice.empty() && hooks_.sound != nullptr && hooks_.sound->state() != SoundState::playing) apply(session::intent::VoiceEnded{});
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
  const locale::LocalTime now = local_now();
  shown_minute_ = now.time;
  shown_countdown_ = session::countdown_seconds(session_, clock_.steady());
  const model::MinuteOfDay minute = model::event_minute(content_->catalogue.event, now.date, now.time);
  const screens::PlanMaker plans = make_plan_maker(*content_, clock_.wall(), event_day());
  const screens::ViewContext context{catalogue(), content_->messages, session_, now, exporters::make_qr_code, model::mode_at(catalogue(), desk_.day(), minute), &plans, &desk_.facts(), &seats_.taken(), &storage_.health()};
  view_ = std::make_shared<const screens::ScreenView>(screens::make_screen_view(context, shown_countdown_));
  stale_ = false;  // not before: a view that could not be made is still to come
  ++version_;
  return view_;
}

void Visitor::place(session::Session session) {
  base::replace_and_wipe(session_, std::move(session));
  session_.last_touch = clock_.steady();
  stale_ = true;
}

}  // namespace kiosk::app
