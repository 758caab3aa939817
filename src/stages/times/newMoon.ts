/** Day number of 2000-01-01, from near which the moons are counted. */
const EPOCH = 10_957
const MONTH = 29.530588861
const RADIANS = Math.PI / 180

/**
 * When the moon is new, in days since 1970-01-01 UTC with their fraction: the moon numbered `count` from the first of 2000.
 * Mean moon and the largest corrections of Meeus, "Astronomical Algorithms", chapter 49: to within half an hour.
 */
export function newMoon(count: number): number {
  const centuries = count / 1236.85
  const mean = 2_451_550.09766 + MONTH * count + 0.00015437 * centuries ** 2
  const eccentricity = 1 - 0.002516 * centuries
  const sun = (2.5534 + 29.1053567 * count) * RADIANS
  const moon = (201.5643 + 385.81693528 * count + 0.0107582 * centuries ** 2) * RADIANS
  const latitude = (160.7108 + 390.67050284 * count - 0.0016118 * centuries ** 2) * RADIANS
  const correction =
    -0.4072 * Math.sin(moon) +
    0.17241 * eccentricity * Math.sin(sun) +
    0.01608 * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * latitude) +
    0.00739 * eccentricity * Math.sin(moon - sun) -
    0.00514 * eccentricity * Math.sin(moon + sun) +
    0.00208 * eccentricity ** 2 * Math.sin(2 * sun)
  // Julian day to days since 1970; about a minute from dynamical to clock time
  return mean + correction - 2_440_587.5 - 0.0008
}

/** The new moon nearest to a day. */
export const newMoonNear = (day: number): number => newMoon(Math.round((day - EPOCH - 5.6) / MONTH))

/** The first new moon from the beginning of a day on, by a clock so many hours ahead of UTC. */
export function newMoonFrom(day: number, hoursAhead: number): number {
  const count = Math.floor((day - EPOCH - 5.6) / MONTH) - 1
  for (let next = count; ; next++) {
    const at = newMoon(next) + hoursAhead / 24
    if (at >= day) return at
  }
}
