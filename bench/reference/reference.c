/*
 * The reference model in C, one thread: what a compiled program needs for it. The same steps in the same order as
 * bench/sides/ours.ts, on compact rows of ties, with the same draws (Philox4x32-10, the normal by Acklam's inversion):
 * compiled with -ffp-contract=off it gives the same bits.
 *
 *   reference TOWN KEY0 KEY1 STREAM
 *
 * Reads "run WEEKS" and "state FILE" from stdin; answers each with one line: nanoseconds by the
 * clock and of processor time, or "written".
 */
#define _POSIX_C_SOURCE 199309L
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 256 };

static uint32_t residents, clubs, teams;
static uint32_t *offsets, *neighbors, *club, *team, *clubSize, *teamSize;
static float *trust, *nextTrust, *will;
static uint8_t *active, *nextActive;
static double *clubShare, *teamShare;

static void philox(uint32_t *out, uint32_t from, uint32_t to, uint32_t week, uint32_t stream, uint32_t key0, uint32_t key1) {
  for (uint32_t i = from; i < to; i++, out += 4) {
    uint32_t c0 = i, c1 = week, c2 = stream, c3 = 0, k0 = key0, k1 = key1;
    for (int round = 0; round < 10; round++) {
      uint64_t p0 = (uint64_t)0xd2511f53u * c0;
      uint64_t p1 = (uint64_t)0xcd9e8d57u * c2;
      c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
      c1 = (uint32_t)p1;
      c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
      c3 = (uint32_t)p0;
      k0 += 0x9e3779b9u;
      k1 += 0xbb67ae85u;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
  }
}

static inline double unit(uint32_t word) { return (word + 0.5) / 4294967296.0; }

static double logarithm(double x) {
  uint64_t bits;
  memcpy(&bits, &x, 8);
  int k = (int)(bits >> 52) - 1023;
  bits = (bits & 0xfffffffffffffu) | 0x3ff0000000000000u;
  double m;
  memcpy(&m, &bits, 8);
  if (m > 1.4142135623730951) {
    m /= 2;
    k++;
  }
  double f = m - 1, s = f / (2 + f), z = s * s;
  double sum = 2.0 / 23;
  for (int d = 21; d >= 3; d -= 2) sum = sum * z + 2.0 / d;
  double rest = z * sum, half = f * f / 2;
  return k * 6.9314718036912381649e-1 - (half - (s * (half + rest) + k * 1.90821492927058770002e-10) - f);
}

static double tail(double q) {
  return (((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
          2.938163982698783) /
         ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
}

static inline double normalQuantile(double p) {
  if (p < 0.02425) return tail(sqrt(-2 * logarithm(p)));
  if (p > 1 - 0.02425) return -tail(sqrt(-2 * logarithm(1 - p)));
  double q = p - 0.5, r = q * q;
  return q *
         ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r +
           2.506628277459239) /
          (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1));
}

static void groupShares(const uint32_t *groupOf, const uint32_t *size, uint32_t groups, double *share) {
  memset(share, 0, groups * sizeof *share);
  for (uint32_t i = 0; i < residents; i++) share[groupOf[i]] += active[i];
  for (uint32_t g = 0; g < groups; g++) share[g] = size[g] ? share[g] / size[g] : 0;
}

static void week(uint32_t number, uint32_t stream, uint32_t key0, uint32_t key1) {
  static uint32_t words[4 * BATCH];
  groupShares(club, clubSize, clubs, clubShare);
  groupShares(team, teamSize, teams, teamShare);
  for (uint32_t first = 0; first < residents; first += BATCH) {
    uint32_t end = first + BATCH < residents ? first + BATCH : residents;
    philox(words, first, end, number, stream, key0, key1);
    for (uint32_t i = first; i < end; i++) {
      const uint32_t *word = words + 4 * (i - first);
      uint32_t from = offsets[i], degree = offsets[i + 1] - from;
      uint32_t count = 0;
      double sum = 0;
      for (uint32_t h = from; h < from + degree; h++) {
        count += active[neighbors[h]];
        sum += trust[neighbors[h]];
      }
      double own = trust[i];
      double share = degree ? (double)count / degree : 0;
      double mean = degree ? sum / degree : own;
      double pull = 0.4 * share + 0.3 * clubShare[club[i]] + 0.2 * teamShare[team[i]] + 0.2 * own - 0.1 * will[i];
      double chance = 0.05 + 0.5 * (pull < 0 ? 0 : pull > 1 ? 1 : pull);
      nextTrust[i] = (float)(own + 0.1 * (mean - own) + 0.02 * normalQuantile(unit(word[0])));
      nextActive[i] = unit(word[1]) < chance;
    }
  }
  float *t = trust;
  trust = nextTrust;
  nextTrust = t;
  uint8_t *a = active;
  active = nextActive;
  nextActive = a;
}

static void *column(FILE *file, size_t size, size_t count) {
  void *values = malloc(size * count + 1);
  if (!values || fread(values, size, count, file) != count) {
    fprintf(stderr, "reference: the town file ends early.\n");
    exit(1);
  }
  return values;
}

static uint32_t *sizes(const uint32_t *groupOf, uint32_t groups) {
  uint32_t *size = calloc(groups, sizeof *size);
  for (uint32_t i = 0; i < residents; i++) size[groupOf[i]]++;
  return size;
}

static int64_t now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

int main(int argc, char **argv) {
  FILE *file = argc == 5 ? fopen(argv[1], "rb") : NULL;
  if (!file) {
    fprintf(stderr, "usage: reference TOWN KEY0 KEY1 STREAM\n");
    return 2;
  }
  uint32_t key0 = strtoul(argv[2], NULL, 10), key1 = strtoul(argv[3], NULL, 10), stream = strtoul(argv[4], NULL, 10);
  uint32_t *head = column(file, 4, 4);
  residents = head[0];
  clubs = head[2];
  teams = head[3];
  offsets = column(file, 4, residents + 1);
  neighbors = column(file, 4, head[1]);
  club = column(file, 4, residents);
  team = column(file, 4, residents);
  trust = column(file, 4, residents);
  will = column(file, 4, residents);
  active = column(file, 1, residents);
  fclose(file);
  clubSize = sizes(club, clubs);
  teamSize = sizes(team, teams);
  nextTrust = malloc(residents * sizeof *nextTrust);
  nextActive = malloc(residents);
  clubShare = malloc(clubs * sizeof *clubShare);
  teamShare = malloc(teams * sizeof *teamShare);

  char line[4096], word[16], path[4000];
  uint32_t done = 0;
  while (fgets(line, sizeof line, stdin)) {
    uint32_t weeks;
    if (sscanf(line, "run %" SCNu32, &weeks) == 1) {
      int64_t clock = now(CLOCK_MONOTONIC), processor = now(CLOCK_PROCESS_CPUTIME_ID);
      for (uint32_t w = 0; w < weeks; w++) week(++done, stream, key0, key1);
      printf("%" PRId64 " %" PRId64 "\n", now(CLOCK_MONOTONIC) - clock, now(CLOCK_PROCESS_CPUTIME_ID) - processor);
    } else if (sscanf(line, "%15s %3999[^\n]", word, path) == 2 && !strcmp(word, "state")) {
      FILE *out = fopen(path, "wb");
      if (!out || fwrite(trust, 4, residents, out) != residents || fwrite(active, 1, residents, out) != residents || fclose(out)) {
        fprintf(stderr, "reference: cannot write %s.\n", path);
        return 1;
      }
      printf("written\n");
    } else {
      fprintf(stderr, "reference: expected \"run WEEKS\" or \"state FILE\", got %s", line);
      return 1;
    }
    fflush(stdout);
  }
  return 0;
}
