/// Which settings Hyperband trains for how many epochs: brackets from many settings that are mostly
/// given up early to a few that are all trained to the end.
///
/// ```
/// s_max = ⌊log_η R⌋            R the most epochs, η the factor
/// bracket s = s_max … 0:  n = ⌈(s_max + 1) · η^s / (s + 1)⌉ settings begin
/// rung i = 0 … s:         ⌊n / η^i⌋ settings go on until they have R / η^(s - i) epochs behind them
/// ```
///
/// Epochs are whole, rounded down, and at least 1. With R = 81 and η = 3 the brackets begin with 81,
/// 34, 15, 8 and 5 settings. The table that the paper prints has 27, 9 and 6 in the middle, which its
/// own formula does not give.
///
/// Source: Li, Jamieson, DeSalvo, Rostamizadeh and Talwalkar, "Hyperband: A Novel Bandit-Based
/// Approach to Hyperparameter Optimization", JMLR 18-185, 2018, algorithm 1.
package struct HyperbandBrackets: Equatable, Sendable {
  /// So many settings that are trained until they have so many epochs behind them.
  package struct Rung: Equatable, Sendable {
    /// How many settings go on.
    package let settings: Int
    /// How many epochs they have behind them at its end.
    package let epochs: Int
  }

  /// The rungs of each bracket, the widest bracket first.
  package let brackets: [[Rung]]

  /// The brackets for so many epochs at the most, at least 1, and a factor of at least 2.
  package init(epochs: Int, factor: Int) {
    let (most, factor) = (max(1, epochs), max(2, factor))
    var powers = [1]
    while powers[powers.count - 1] <= most / factor {
      powers.append(powers[powers.count - 1] * factor)
    }
    let last = powers.count - 1
    brackets = (0...last).reversed().map { bracket in
      let count = ((last + 1) * powers[bracket] + bracket) / (bracket + 1)
      return (0...bracket).map { rung in
        Rung(settings: count / powers[rung], epochs: max(1, most / powers[bracket - rung]))
      }
    }
  }

  /// The one bracket of so many settings, all of which begin: as many rungs as leave at least one of
  /// them, and at least one epoch, at the end.
  ///
  /// Source: Jamieson and Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter
  /// Optimization", 2016.
  package init(halving settings: Int, epochs: Int, factor: Int) {
    let (count, most, factor) = (max(1, settings), max(1, epochs), max(2, factor))
    var powers = [1]
    while powers[powers.count - 1] <= min(count, most) / factor {
      powers.append(powers[powers.count - 1] * factor)
    }
    brackets = [
      powers.indices.map { rung in
        Rung(settings: count / powers[rung], epochs: most / powers[powers.count - 1 - rung])
      }
    ]
  }

  private init(_ brackets: [[Rung]]) { self.brackets = brackets }

  /// The first brackets, as many as have so many settings together; none of them is cut.
  package func prefix(settings count: Int) -> HyperbandBrackets {
    var rest = count
    return HyperbandBrackets(
      Array(
        brackets.prefix { rungs in
          rest -= rungs[0].settings
          return rest >= 0
        }))
  }

  /// How many settings begin.
  package var trials: Int { brackets.reduce(0) { $0 + $1[0].settings } }

  /// How many epochs all settings are trained for together: who goes on begins where it was.
  package var epochs: Int {
    brackets.reduce(0) { sum, rungs in
      sum
        + rungs.indices.reduce(0) { sum, place in
          let before = place == 0 ? 0 : rungs[place - 1].epochs
          return sum + rungs[place].settings * (rungs[place].epochs - before)
        }
    }
  }
}
