// "Did you mean 'family'?": the nearest of the words that are allowed. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

// How many letters must be put in, taken out, changed or swapped with their neighbour to turn `a` into `b` (optimal string
// alignment distance). Bytes are counted, which is right for the ids and keys it serves.
std::size_t spelling_distance(std::string_view a, std::string_view b);

// The nearest of `allowed`, or "" when none is near enough to be what was meant.
std::string_view nearest_word(std::string_view written, const std::vector<std::string_view>& allowed);

// "Did you mean 'x'?"
std::string did_you_mean(std::string_view word);

}  // namespace kiosk::content
