// What people typed, brought to one form and judged by its letters, in any script. Personal data: nothing of it comes back in an answer
// that says what is wrong. Pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::locale {

// The one form that is stored: composed (Unicode NFC), spaces around taken away, runs of white space of any kind made one space, direction
// marks and other invisible signs gone. Harakat, tatweel and joiners stay: they are spelling. Not UTF-8 comes back as U+FFFD.
std::string tidied(std::string_view text);

// Letters of any script with their marks, and the signs that names are written with: spaces, hyphens, apostrophes, quotes, dots, commas, "&", "/",
// brackets. At least two letters.
bool is_name(std::string_view text);

// Whether a Moroccan identity card's number (one or two letters, five or six digits: "AB123456") or a pupil's Massar number (a letter and
// nine digits: "J123456789") stands in it. Written apart ("AB 123456") only capitals count: "plus de 15000 DH" is none.
bool has_identity_number(std::string_view text);

}  // namespace kiosk::locale
