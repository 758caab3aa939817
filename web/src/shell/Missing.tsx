import { Link } from '@tanstack/react-router'

/** For an address that is no screen. */
export function Missing() {
  return (
    <div className="welcome">
      <h1>Nothing here</h1>
      <p>
        This address is no screen of the workbench. <Link to="/reports">All reports</Link>
      </p>
    </div>
  )
}
