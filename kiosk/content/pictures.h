// Finds the pictures that content names, and keeps content from reaching any other file of the machine. Private to this folder.
#pragma once

#include <filesystem>
#include <string>

#include "content/draft.h"

namespace kiosk::content {

enum class PictureHome { images, images_or_assets };

// The absolute path of the picture `written` at `place`, looked for in images/ of the content folder and, where asked, in the
// kiosk's own pictures. Empty, with an issue, when it does not exist (a warning: the kiosk draws something else) or may not be
// shown (an error: outside the folder, or no picture).
std::filesystem::path find_picture(Draft& draft, const std::string& written, const SourcePlace& place, PictureHome home);

// Whether `file` lies below `folder` also after symbolic links are followed; false when one of them does not exist.
bool really_below(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace kiosk::content
