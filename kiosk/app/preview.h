// Lays out, and with a GPU context draws, named states outside the running kiosk: for `kiosk shots`, the golden pictures and the audit.
// Time stands still at 2025-09-22 and the state's own minute.
#pragma once

#include <memory>

#include "app/stage.h"
#include "app/states.h"
#include "app/visitor.h"
#include "content/content.h"

namespace kiosk::app {

class Preview {
 public:
  // `stage` and `content` must outlive it.
  Preview(Stage& stage, const content::Content& content);
  ~Preview();

  // Chooses what `build` lays out.
  void set(const NamedState& state, base::Language language);
  // One frame of it, entered and at rest.
  void build(base::Size window);
  const screens::ScreenView& view() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kiosk::app
