#include "store/tour_seats.h"

#include <algorithm>

#include "locale/dates.h"
#include "store/rows.h"
#include "store/snapshot.h"

namespace kiosk::store {
namespace {

base::Result<int> taken_of(Database& database, const SeatsWanted& wanted) {
  Statement sum(database, "SELECT coalesce(sum(persons), 0) FROM tour_seats WHERE day = ? AND tour = ? AND departure = ? AND returned_at IS NULL");
  sum.bind(locale::iso_date(wanted.day)).bind(wanted.ticket.tour).bind(std::int64_t{wanted.ticket.departure.count()});
  if (const auto row = sum.step(); !row) return tl::make_unexpected(row.error());
  return static_cast<int>(sum.number(0));
}

// 0 when the key has none.
base::Result<int> number_of(Database& database, const std::string& key) {
  Statement ticket(database, "SELECT number FROM tour_seats WHERE ticket = ? AND returned_at IS NULL");
  const auto row = ticket.bind(key).step();
  if (!row) return tl::make_unexpected(row.error());
  return *row ? static_cast<int>(ticket.number(0)) : 0;
}

base::Result<void> insert(Database& database, const SeatsWanted& wanted) {
  Statement insert(database,
                   "INSERT INTO tour_seats (day, number, ticket, tour, departure, persons, at) "
                   "SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM tour_seats WHERE day = ?1");
  insert.bind(locale::iso_date(wanted.day)).bind(wanted.ticket.key).bind(wanted.ticket.tour).bind(std::int64_t{wanted.ticket.departure.count()});
  return insert.bind(std::int64_t{wanted.ticket.persons}).bind(unix_seconds(wanted.at)).run();
}

}  // namespace

base::Result<SeatsGiven> take_seats(Database& database, const SeatsWanted& wanted) {
  // The write lock is held from here on: what is counted stays so until COMMIT.
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto taken = taken_of(database, wanted);
  if (!taken) return tl::make_unexpected(taken.error());
  const int left = std::max(0, wanted.allotment - *taken);
  auto number = number_of(database, wanted.ticket.key);
  if (!number) return tl::make_unexpected(number.error());
  if (*number > 0) return SeatsGiven{*number, left};
  if (wanted.ticket.persons > left) return SeatsGiven{0, left};
  if (const auto done = insert(database, wanted); !done) return tl::make_unexpected(done.error());
  number = number_of(database, wanted.ticket.key);
  if (!number) return tl::make_unexpected(number.error());
  if (const auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  return SeatsGiven{*number, left - wanted.ticket.persons};
}

base::Result<void> return_seats(Database& database, const std::string& key, base::WallTime at) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(transaction.error());
  Statement update(database, "UPDATE tour_seats SET returned_at = ? WHERE ticket = ? AND returned_at IS NULL");
  if (auto done = update.bind(unix_seconds(at)).bind(key).run(); !done) return done;
  return transaction->commit();
}

base::Result<std::vector<model::TakenSeats>> read_taken_seats(Database& database, std::chrono::year_month_day day) {
  std::vector<model::TakenSeats> taken;
  Statement sums(database, "SELECT tour, departure, sum(persons) FROM tour_seats WHERE day = ? AND returned_at IS NULL GROUP BY tour, departure ORDER BY tour, departure");
  sums.bind(locale::iso_date(day));
  while (true) {
    const auto row = sums.step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return taken;
    taken.push_back({sums.text(0), std::chrono::minutes(sums.number(1)), static_cast<int>(sums.number(2))});
  }
}

base::Result<std::vector<model::TourSeats>> read_tour_seats(const std::filesystem::path& folder) {
  auto copy = copy_of_database(folder);
  if (!copy) return tl::make_unexpected(copy.error());
  std::vector<model::TourSeats> tickets;
  const auto read = for_each_row(*copy, "SELECT day, number, tour, departure, persons, at, returned_at FROM tour_seats ORDER BY day, number", [&](const Statement& row) {
    model::TourSeats ticket;
    ticket.day = locale::parse_iso_date(row.text(0)).value_or(std::chrono::year_month_day{});
    ticket.number = static_cast<int>(row.number(1));
    ticket.tour = row.text(2);
    ticket.departure = std::chrono::minutes(row.number(3));
    ticket.persons = static_cast<int>(row.number(4));
    ticket.at = time_of(row.number(5));
    if (!row.is_null(6)) ticket.returned_at = time_of(row.number(6));
    tickets.push_back(std::move(ticket));
  });
  if (!read) return tl::make_unexpected(read.error());
  return tickets;
}

}  // namespace kiosk::store
