// Words, times and numbers as people write them.
#include <doctest/doctest.h>

#include "content/written_values.h"

using namespace kiosk::content;
using namespace std::chrono_literals;

TEST_CASE("a time is read as people write it") {
  for (const char* written : {"9:30", "09:30", "9h30", "09H30", "9 h 30", "9\u00A0h\u00A030", "٠٩:٣٠", "٩:٣٠", "\u200E09:30\u200F"}) {
    CAPTURE(written);
    CHECK(read_time(written) == 9h + 30min);
  }
  CHECK(read_time("9h") == 9h);
  CHECK(read_time("24:00") == 24h);
  for (const char* written : {"", "9", "9:", "9:3", "25:00", "24:01", "9:60", "930", "9h3", "09:30:00", "neuf heures", ":30", "-1:30"}) {
    CAPTURE(written);
    CHECK_FALSE(read_time(written));
  }
}

TEST_CASE("what cannot be seen is no part of a word") {
  CHECK(without_unseen("\uFEFF\u200Ehall\u200F") == "hall");
  CHECK(without_unseen(" \u00A0hall\u202F\t") == "hall");
  CHECK(without_unseen("main hall") == "main hall");
  CHECK(without_unseen("\u200B\u2066") == "");
}

TEST_CASE("a number written as a text means a number") {
  CHECK(in_figures("0,5") == "0.5");
  CHECK(in_figures("٨") == "8");
  CHECK(in_figures(" 91,5 ") == "91.5");
  for (const char* written : {"", "huit", "1e99", "8 ans", "nan", "1,2,3"}) {
    CAPTURE(written);
    CHECK_FALSE(in_figures(written));
  }
}
