/// The texts of each kind of chart that are drawn, for other spellings of them. The numbers that it
/// writes are 7-bit characters already.
extension LineChart {
  func spelled(_ spell: (String) -> String) -> LineChart {
    var chart = self
    chart.title = title.map(spell)
    chart.xAxis = xAxis.spelled(spell)
    chart.yAxis = yAxis.spelled(spell)
    for index in series.indices { chart.series[index].name = spell(series[index].name) }
    for index in marks.indices { chart.marks[index].label = spell(marks[index].label) }
    chart.spreadName = spell(spreadName)
    return chart
  }
}

extension ScatterChart {
  func spelled(_ spell: (String) -> String) -> ScatterChart {
    var chart = self
    chart.title = title.map(spell)
    chart.xAxis = xAxis.spelled(spell)
    chart.yAxis = yAxis.spelled(spell)
    for index in groups.indices { chart.groups[index].name = spell(groups[index].name) }
    return chart
  }
}

extension RegionChart {
  func spelled(_ spell: (String) -> String) -> RegionChart {
    var chart = self
    chart.title = title.map(spell)
    chart.xAxis = xAxis.spelled(spell)
    chart.yAxis = yAxis.spelled(spell)
    chart.classNames = classNames.map(spell)
    chart.pointsName = spell(pointsName)
    return chart
  }
}

extension SurfaceChart {
  func spelled(_ spell: (String) -> String) -> SurfaceChart {
    var chart = self
    chart.title = title.map(spell)
    chart.xAxis = xAxis.spelled(spell)
    chart.yAxis = yAxis.spelled(spell)
    chart.valueAxis = valueAxis.spelled(spell)
    chart.pathName = spell(pathName)
    for index in marks.indices { chart.marks[index].label = spell(marks[index].label) }
    return chart
  }
}

extension BarChart {
  func spelled(_ spell: (String) -> String) -> BarChart {
    var chart = self
    chart.title = title.map(spell)
    chart.bars = bars.map { $0.spelled(spell) }
    return chart
  }
}

extension BarChart.Bar {
  fileprivate func spelled(_ spell: (String) -> String) -> BarChart.Bar {
    BarChart.Bar(spell(label), value, text: spell(text))
  }
}

extension StackedBarChart {
  func spelled(_ spell: (String) -> String) -> StackedBarChart {
    var chart = self
    chart.title = title.map(spell)
    chart.labelTitle = spell(labelTitle)
    chart.axis = axis.spelled(spell)
    chart.parts = parts.map(spell)
    chart.totalName = spell(totalName)
    for index in bars.indices { chart.bars[index].label = spell(bars[index].label) }
    return chart
  }
}

extension Histogram {
  func spelled(_ spell: (String) -> String) -> Histogram {
    var chart = self
    chart.title = title.map(spell)
    chart.xAxis = xAxis.spelled(spell)
    return chart
  }
}

extension ImageChart {
  func spelled(_ spell: (String) -> String) -> ImageChart {
    var chart = self
    chart.title = title.map(spell)
    chart.bars = bars.map { $0.spelled(spell) }
    return chart
  }
}

extension HeatMapChart {
  func spelled(_ spell: (String) -> String) -> HeatMapChart {
    var chart = self
    chart.title = title.map(spell)
    chart.rowTitle = spell(rowTitle)
    chart.columnTitle = spell(columnTitle)
    chart.rowLabels = rowLabels.map(spell)
    chart.columnLabels = columnLabels.map(spell)
    chart.texts = texts.map(spell)
    chart.valueAxis = valueAxis.spelled(spell)
    return chart
  }
}

extension DiagramChart {
  func spelled(_ spell: (String) -> String) -> DiagramChart {
    var chart = self
    chart.title = title.map(spell)
    for index in columns.indices {
      chart.columns[index].heading = columns[index].heading.map(spell)
      chart.columns[index].labels = columns[index].labels.map(spell)
    }
    chart.crossedOutName = spell(crossedOutName)
    return chart
  }
}

extension Axis {
  fileprivate func spelled(_ spell: (String) -> String) -> Axis {
    var axis = self
    axis.title = spell(title)
    axis.unit = unit.map(spell)
    return axis
  }
}

extension ChartGrid {
  /// The grid with other spellings of the texts of its charts and of the names of its rows.
  func spelled(_ spell: (String) -> String) -> ChartGrid {
    var grid = self
    grid.charts = charts.map { $0.spelled(spell) }
    grid.rowNames = rowNames.map(spell)
    return grid
  }
}
