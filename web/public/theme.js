// Before the first paint, so that a chosen dark page does not flash white. A file of its own: nothing inline may run.
const chosen = localStorage.getItem('ascribe.theme')
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
