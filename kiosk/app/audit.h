// Lays out every named state in every language, window and text size without drawing, and says what a visitor would trip over: targets
// too small, too near or overlapping, things outside the window, labels cut off, letters that no font has; and recordings that cannot be heard.
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

// What is too long for any QR code: the lists of questions, the address of the event's page. As warnings.
std::vector<content::Issue> unfit_codes(const model::Catalogue& catalogue);

// Letters of the content that no font can show, as warnings at their place.
std::vector<content::Issue> letters_without_font(text::Shaper& shaper, const content::Content& content);

// Recordings that cannot be played or are damaged (V22), as warnings. Decodes every one of them: a second for some minutes of speech.
std::vector<content::Issue> unplayable_recordings(const model::Catalogue& catalogue);

}  // namespace kiosk::app
