// What a function that may fail returns. Expected failures are values; bugs are asserts; exceptions of a library stop in the
// folder that owns the library. A function returns an error or reports it, never both.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace kiosk::base {

// `message` says what went wrong, `remedy` what to do about it; both are for staff, in English, and hold no personal data.
struct Error {
  std::string message;
  std::string remedy;
  int cause = 0;  // errno(3) where the system said no, for those who act on it; else 0
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message, std::string remedy = {}) {
  return tl::make_unexpected(Error{std::move(message), std::move(remedy)});
}

}  // namespace kiosk::base
