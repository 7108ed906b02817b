import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import arrowRight from "lucide-static/icons/arrow-right.svg?raw";
import building from "lucide-static/icons/building-2.svg?raw";
import calendar from "lucide-static/icons/calendar-days.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import download from "lucide-static/icons/download.svg?raw";
import eye from "lucide-static/icons/eye.svg?raw";
import file from "lucide-static/icons/file-text.svg?raw";
import handshake from "lucide-static/icons/handshake.svg?raw";
import house from "lucide-static/icons/house.svg?raw";
import info from "lucide-static/icons/info.svg?raw";
import landmark from "lucide-static/icons/landmark.svg?raw";
import lock from "lucide-static/icons/lock.svg?raw";
import mapPin from "lucide-static/icons/map-pin.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import phone from "lucide-static/icons/phone.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import star from "lucide-static/icons/star.svg?raw";
import alert from "lucide-static/icons/triangle-alert.svg?raw";
import user from "lucide-static/icons/user.svg?raw";
import users from "lucide-static/icons/users.svg?raw";
import close from "lucide-static/icons/x.svg?raw";
import { createElement } from "react";
import { type Shape, shapesOf } from "./icon-shapes.ts";

const files = {
  arrowLeft,
  arrowRight,
  building,
  calendar,
  check,
  clock,
  download,
  eye,
  file,
  handshake,
  house,
  info,
  landmark,
  lock,
  mapPin,
  pencil,
  phone,
  plus,
  search,
  star,
  alert,
  user,
  users,
  close,
};

export type IconName = keyof typeof files;

const drawn = new Map<IconName, Shape[]>();

/** A picture beside words, never instead of them: screen readers do not hear it. */
export function Icon({ name }: { name: IconName }) {
  const shapes = drawn.get(name) ?? shapesOf(files[name]);
  drawn.set(name, shapes);
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes.map(({ tag, attributes }) =>
        createElement(tag, { key: Object.values(attributes).join(), ...attributes }),
      )}
    </svg>
  );
}
