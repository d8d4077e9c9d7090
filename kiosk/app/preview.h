// Lays out, and with a GPU context draws, named states outside the running kiosk: for `kiosk shots`, the golden pictures and the audit.
// Time stands still at the state's own minute of one day.
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "app/stage.h"
#include "app/states.h"
#include "app/visitor.h"
#include "content/content.h"

namespace kiosk::app {

class Preview {
 public:
  // `stage` and `content` must outlive it. Without `date` it is the event's own day; of content for any day, 22 September 2025.
  Preview(Stage& stage, const content::Content& content, std::optional<std::chrono::year_month_day> date = {});
  ~Preview();

  // Chooses what `build` lays out.
  void set(const NamedState& state, base::Language language);
  // The same in another text size.
  void set_text_size(session::TextSize size);
  enum class Painted : bool { no, yes };
  // One frame of it, entered and at rest.
  void build(base::Size window, Painted painted = Painted::yes);
  const screens::ScreenView& view() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::app
