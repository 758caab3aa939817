/** Whose data the places stand on: the licence of GeoNames (CC BY 4.0) asks for it wherever they are shown. */
export function PlaceCredit() {
  return (
    <small className="credit">
      Places: ©{' '}
      <a href="https://www.geonames.org/" rel="noreferrer">
        GeoNames
      </a>
      , CC BY 4.0, selected and merged; borders: Natural Earth
    </small>
  )
}
