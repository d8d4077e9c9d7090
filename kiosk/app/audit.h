// Lays out every named state in every language, window and text size without drawing, and says what a visitor would trip over: targets
// too small, too near or overlapping, things outside the window, labels cut off, letters that no font has.
#pragma once

#include <string>
#include <vector>

#include "app/stage.h"
#include "content/content.h"

namespace kiosk::app {

struct Finding {
  std::string where;  // "home-text-150 fr 1080x1920"
  std::string what;
};

// The windows that the look is designed for.
std::vector<base::Size> designed_windows();

std::vector<Finding> audit(Stage& stage, const content::Content& content, const std::vector<base::Size>& windows);

// Letters of the content that no font can show, as warnings at their place.
std::vector<content::Issue> letters_without_font(text::Shaper& shaper, const content::Content& content);

}  // namespace kiosk::app
