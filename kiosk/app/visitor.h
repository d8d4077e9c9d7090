// The session with the world attached: intents in, effects carried out (store, wipe), and the view made anew when something changed.
// Used from the drawing thread.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "content/content.h"
#include "screens/screen_view.h"
#include "session/session.h"
#include "store/store.h"

namespace kiosk::app {

class Visitor {
 public:
  // `store` may be nullptr: visitors browse, nothing is counted and nothing can be saved. `wipe` is called when a visit has ended,
  // `wake` from the store's thread when an answer waits for the next `tick`.
  struct Hooks {
    std::function<void()> wipe;
    std::function<void()> wake;
    // Counts for the staff pages; called on a thread of its own.
    std::function<base::Result<model::Statistics>()> read_statistics = {};
    std::function<void()> quit = {};
  };
  Visitor(std::shared_ptr<const content::Content> content, const base::Clock& clock, store::Store* store, Hooks hooks);

  void apply(const session::Intent& intent);
  // Lets time pass: idle countdown, minute of the clock. Call before each frame and at `next_deadline`.
  void tick();
  std::optional<base::SteadyTime> next_deadline() const;

  const session::Session& session() const { return session_; }
  // The view of now; the same object until something changed. A frame keeps the one it was built from: its tree points into it.
  const std::shared_ptr<const screens::ScreenView>& view();
  // Changes whenever `view` does.
  std::uint64_t version() const { return version_; }
  const model::Catalogue& catalogue() const { return content_->catalogue; }

  const std::shared_ptr<const content::Content>& content() const { return content_; }
  // Other content from now on (O3); the place is kept where it still exists. Between frames.
  void use_content(std::shared_ptr<const content::Content> content);

  // Puts the session where a named state of `kiosk shots` wants it. Nothing is counted.
  void place(session::Session session);

 private:
  // What the store's thread answers, until the drawing thread takes it. Shared: an answer may come after the visitor is gone.
  struct Inbox {
    std::mutex mutex;
    std::vector<session::Intent> answers;
    std::optional<base::Result<model::Statistics>> statistics;
  };

  void carry_out(const session::Effect& effect);
  void save(model::Guest guest);
  void save(model::Lead lead);
  void carry_out_for_staff(const session::Effect& effect);
  void read_statistics();
  // Puts an answer into the inbox from any thread and wakes the loop.
  std::function<void(session::Intent)> answerer() const;
  void take_answers();
  locale::LocalTime local_now() const;

  std::shared_ptr<const content::Content> content_;
  const base::Clock& clock_;
  store::Store* store_;
  Hooks hooks_;
  std::shared_ptr<Inbox> inbox_ = std::make_shared<Inbox>();
  session::Session session_;
  std::optional<model::Statistics> statistics_;  // while staff look
  std::future<void> reading_;
  std::shared_ptr<const screens::ScreenView> view_;
  std::chrono::minutes shown_minute_{-1};
  int shown_countdown_ = 0;
  bool stale_ = true;
  std::uint64_t version_ = 0;
};

// 128 random bits as 32 hexadecimal digits: names a visit, says nothing of the visitor.
std::string random_key();

}  // namespace kiosk::app
