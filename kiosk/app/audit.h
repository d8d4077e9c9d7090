// Lays out every named state in every language, window and text size without drawing, and says what a visitor would trip over: targets
// too small, too near or overlapping, things outside the window, labels cut off, letters that no font has; and what cannot be shown or heard:
// pictures, recordings.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/stage.h"
#include "content/content.h"

namespace kiosk::app {

enum class Trouble : std::uint8_t { outside, cut, too_small, too_near, covered, same_id, short_label };

struct Finding {
  std::string where;  // "home fr 1080x1920 text ×1.5"
  Trouble trouble = Trouble::outside;
  std::string subject;  // the id of what it is about, or of two: "home.map and home.tours"
  std::string what;     // "home.title: is outside the window"
  std::string text;     // the words that do not fit, where it is about words
};

// The windows that the look is designed for.
std::vector<base::Size> designed_windows();

// Told as it goes on, for a line on a terminal.
using Progress = std::function<void(std::size_t done, std::size_t of)>;

std::vector<Finding> audit(Stage& stage, const content::Content& content, const std::vector<base::Size>& windows, const Progress& progress = {});

// The findings as an operator reads them, as warnings: each once, however many pages it is on. Where the words are the operator's, the place in
// the files; of several words beyond the window the longest is to blame.
std::vector<content::Issue> layout_issues(const std::vector<Finding>& findings, const content::Content& content);

// Pictures that the decode worker cannot show, as warnings at the place that names them. Waits for every one; starts no worker where there is none.
std::vector<content::Issue> unshowable_pictures(const content::Content& content, const std::filesystem::path& program, const Progress& progress = {});

// What is too long for any QR code: the lists of questions, the address of the event's page. As warnings.
std::vector<content::Issue> unfit_codes(const model::Catalogue& catalogue);

// Letters of the content that no font can show, as warnings at their place.
std::vector<content::Issue> letters_without_font(text::Shaper& shaper, const content::Content& content);

// Recordings that cannot be played or are damaged (V22), as warnings. Decodes every one of them, each in a worker started
// from `kiosk`, our own binary: a second for some minutes of speech.
std::vector<content::Issue> unplayable_recordings(const model::Catalogue& catalogue, const std::filesystem::path& kiosk);

}  // namespace kiosk::app
