// The session with the world attached: intents in, effects carried out (store, wipe), and the view made anew when something changed.
// Used from the drawing thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/inbox.h"
#include "app/seat_desk.h"
#include "app/sound.h"
#include "app/staff_desk.h"
#include "app/storage_watch.h"
#include "base/clock.h"
#include "content/content.h"
#include "screens/screen_view.h"
#include "session/session.h"
#include "store/store.h"

namespace kiosk::app {

class Visitor {
 public:
  // `wipe` is called when a visit has ended, `wake` from any thread when an answer waits for the next `tick`.
  struct Hooks {
    std::function<void()> wipe;
    std::function<void()> wake;
    std::function<void()> reload_content = {};
    std::function<void()> quit = {};
    std::filesystem::path data = {};  // for the figures and exports of the staff pages
    Sound* sound = nullptr;           // nullptr: recordings are never heard. Must outlive the visitor and call `wake` on changes
    std::function<void(const model::PurgeQuestion&)> confirm_purge = {};
  };
  // `store` may be nullptr: visitors browse, nothing is counted and nothing can be saved. It must outlive the visitor.
  Visitor(std::shared_ptr<const content::Content> content, const base::Clock& clock, store::Store* store, Hooks hooks);
  Visitor(const Visitor&) = delete;
  Visitor& operator=(const Visitor&) = delete;

  void apply(const session::Intent& intent);
  // Lets time pass: answers, idle countdown, minute of the clock. Call before each frame and at `next_deadline`.
  void tick();
  std::optional<base::SteadyTime> next_deadline() const;

  const session::Session& session() const { return session_; }
  // Of the recording that is heard, 0 … 1.
  float sound_level() const { return hooks_.sound == nullptr ? 0 : hooks_.sound->level(); }
  // The view of now; the same object until something changed. A frame keeps the one it was built from: its tree points into it.
  const std::shared_ptr<const screens::ScreenView>& view();
  // Changes whenever `view` does.
  std::uint64_t version() const { return version_; }
  // What the files say, put off as staff said.
  const model::Catalogue& catalogue() const { return shifted_ ? *shifted_ : content_->catalogue; }

  // Other content from now on (O3); the place is kept where it still exists. Between frames.
  void use_content(std::shared_ptr<const content::Content> content);
  // What the operator's files got wrong, for staff.
  void take_report(model::ContentReport report) { desk_.take_report(std::move(report)); }
  // What staff have to say before anything old is purged; from any thread.
  void take_purge_question(std::optional<model::PurgeQuestion> question) {
    inbox_->post([this, question = std::move(question)] { desk_.take_purge_question(question); });
  }
  // A photo that turned out not to be one: its emblem is shown, staff read why.
  void take_broken_picture(const std::string& file, const std::string& reason) { desk_.take_broken_picture(file, reason); }

  // How making a backup ended; from any thread.
  std::function<void(const base::Result<void>&)> backup_listener() { return storage_.backup_listener(); }

  // Puts the session where a named state of `kiosk shots` wants it. Nothing is counted.
  void place(session::Session session);

 private:
  void carry_out(const session::Effect& effect);
  void save(model::Guest guest);
  void save(model::Lead lead);
  void save(const session::effect::SaveDetails& details);
  void ask(const session::effect::RequestByReceipt& request);
  // Gives an answer from any thread.
  std::function<void(session::Intent)> answerer();
  void put_off();
  locale::LocalTime local_now() const;
  std::chrono::year_month_day event_day() const;

  std::shared_ptr<const content::Content> content_;
  std::unique_ptr<const model::Catalogue> shifted_;  // when the day was put off
  const base::Clock& clock_;
  store::Store* store_;
  Hooks hooks_;
  std::shared_ptr<Inbox> inbox_;
  session::Session session_;
  std::shared_ptr<const screens::ScreenView> view_;
  std::chrono::minutes shown_minute_{-1};
  int shown_countdown_ = 0;
  bool stale_ = true;
  std::uint64_t version_ = 0;
  SeatDesk seats_;
  StorageWatch storage_;
  StaffDesk desk_;  // last: its threads end before the others are gone
};

// 128 random bits as 32 hexadecimal digits: names a visit, says nothing of the visitor.
std::string random_key();

}  // namespace kiosk::app
